package dev.facet.api.posthog.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.facet.access.share.Share;
import dev.facet.access.share.Share.Subject;
import dev.facet.api.posthog.Call;
import dev.facet.api.posthog.DashboardView;
import dev.facet.api.posthog.InsightView;
import dev.facet.api.posthog.Onlooker;
import dev.facet.api.posthog.wire.PostHogWire;
import dev.facet.api.posthog.wire.RefreshMode;
import dev.facet.dashboard.Dashboards;
import dev.facet.dashboard.Insight;
import dev.facet.dashboard.Sheet;
import dev.facet.model.Failure;
import dev.facet.model.FailureException;
import dev.facet.model.Project;
import java.util.List;
import java.util.Optional;

/** The dashboards and insights that shares are about. */
public record Shared(Dashboards dashboards, DashboardView boards, InsightView insights) {

  /** What a call's path names; it must be there for the caller. */
  Subject subject(Call call) {
    boolean isInsight = call.request().path().contains("/insight");
    return isInsight ? insight(call) : dashboard(call);
  }

  /** As {@link #subject}, for a caller who may change it. */
  Subject editable(Call call) {
    Subject subject = subject(call);
    boolean may =
        switch (subject.kind()) {
          case DASHBOARD -> call.rights().mayEdit(sheet(call, subject.id()).dashboard());
          case INSIGHT -> true;
        };
    if (!may) {
      throw new FailureException(
          new Failure.NotAllowed(
              "restricted", false, "You don't have edit permissions for this dashboard."));
    }
    return subject;
  }

  private Subject dashboard(Call call) {
    return Subject.dashboard(sheet(call, call.id()).dashboard().id());
  }

  private Sheet sheet(Call call, long id) {
    return dashboards
        .read(call.actor(), reader -> reader.find(id))
        .orElseThrow(() -> missing("Dashboard not found."));
  }

  private Subject insight(Call call) {
    String id = call.request().pathParameter("id");
    Optional<Insight> found =
        dashboards.read(
            call.actor(),
            reader ->
                id.matches("\\d{1,18}")
                    ? reader.findInsight(Long.parseLong(id)).or(() -> reader.findInsight(id))
                    : reader.findInsight(id));
    return Subject.insight(found.orElseThrow(() -> missing("Insight not found.")).id());
  }

  private static FailureException missing(String message) {
    return new FailureException(new Failure.NotFound("subject_not_found", null, message));
  }

  /** Whether what the share is about is there to be seen. */
  boolean exists(Share share, Project project) {
    return dashboards.read(
        Onlooker.visitor(project).actor(),
        reader ->
            switch (share.subject().kind()) {
              case DASHBOARD -> reader.find(share.subject().id()).isPresent();
              case INSIGHT -> reader.findInsight(share.subject().id()).isPresent();
            });
  }

  /** What a visitor of the share sees; empty when it is in the trash. */
  Optional<ObjectNode> shown(Share share, Project project) {
    Onlooker visitor = Onlooker.visitor(project);
    return switch (share.subject().kind()) {
      case DASHBOARD -> board(share, visitor);
      case INSIGHT -> insight(share, visitor);
    };
  }

  private Optional<ObjectNode> board(Share share, Onlooker visitor) {
    long id = share.subject().id();
    return dashboards
        .read(visitor.actor(), reader -> reader.find(id))
        .map(
            sheet ->
                boards.show(
                    visitor,
                    sheet,
                    dashboards.accessed(visitor.actor(), id),
                    new DashboardView.Look(
                        PostHogWire.object(), PostHogWire.object(), RefreshMode.BLOCKING)));
  }

  private Optional<ObjectNode> insight(Share share, Onlooker visitor) {
    InsightView.Look look =
        new InsightView.Look(
            null, PostHogWire.object(), PostHogWire.object(), RefreshMode.BLOCKING);
    return dashboards
        .read(
            visitor.actor(),
            reader ->
                reader
                    .findInsight(share.subject().id())
                    .map(insight -> InsightView.Found.of(reader, List.of(insight))))
        .map(found -> insights.full(visitor, found, look).getFirst());
  }
}
