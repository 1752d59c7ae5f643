package dev.facet.plan.event;

import static dev.facet.plan.Expression.call;

import dev.facet.model.Type;
import dev.facet.plan.Expression;
import dev.facet.plan.Function;
import dev.facet.query.PropertyRef.SessionValue;
import java.util.List;

/**
 * Through which kind of door a session came, by what its first events say of campaign and referrer:
 * the first of the rules that fits.
 */
public final class Channel {
  /** What the rules read. */
  static final List<SessionValue> INPUTS =
      List.of(
          SessionValue.ENTRY_UTM_SOURCE,
          SessionValue.ENTRY_UTM_MEDIUM,
          SessionValue.ENTRY_UTM_CAMPAIGN,
          SessionValue.ENTRY_REFERRING_DOMAIN,
          SessionValue.ENTRY_GCLID,
          SessionValue.ENTRY_GAD_SOURCE);

  private static final String SEARCH =
      "(google|bing|yahoo|duckduckgo|baidu|yandex|ecosia|qwant|startpage|brave|naver|sogou)";
  private static final String SOCIAL =
      "(facebook|instagram|twitter|linkedin|reddit|pinterest|tiktok|threads|mastodon|snapchat|"
          + "whatsapp|telegram|discord|quora|vk|weibo|bsky|fb|ig)";
  private static final String VIDEO = "(youtube|vimeo|dailymotion|twitch|youku)";
  private static final String SHOP = "(amazon|ebay|etsy|aliexpress|walmart|shopify|shopping)";

  private final Inputs inputs;

  /** Where each value is read. */
  interface Inputs {
    Expression get(SessionValue value);
  }

  private Channel(Inputs inputs) {
    this.inputs = inputs;
  }

  /** The name of the channel, never null. */
  static Expression of(Inputs inputs) {
    return new Channel(inputs).name();
  }

  /** What the sites of a domain or source are for; null where it is none of the known ones. */
  public static Expression ofDomain(Expression domain) {
    Expression other = new Expression.Literal(null, Type.TEXT);
    return when(
        belongs(domain, SEARCH),
        "Search",
        when(
            belongs(domain, SOCIAL),
            "Social",
            when(belongs(domain, VIDEO), "Video", when(belongs(domain, SHOP), "Shopping", other))));
  }

  private static Expression belongs(Expression domain, String names) {
    Expression present = call(Function.COALESCE, domain, Expression.text(""));
    return any(matches(present, named(names)), matches(present, below(names)));
  }

  /** The pattern of a source's name. */
  private static String named(String names) {
    return "^" + names + "([._-].*)?$";
  }

  /** The pattern of a domain. */
  private static String below(String names) {
    return "(^|\\.)" + names + "\\.[a-z.]+$";
  }

  private Expression name() {
    return when(
        says(SessionValue.ENTRY_UTM_CAMPAIGN, "cross.?network"),
        "Cross Network",
        when(isPaid(), paid(), free()));
  }

  private Expression isPaid() {
    return any(
        says(SessionValue.ENTRY_UTM_MEDIUM, "^(cp.|ppc|retargeting|paid.*)$"),
        isSet(SessionValue.ENTRY_GCLID),
        isSet(SessionValue.ENTRY_GAD_SOURCE));
  }

  private Expression paid() {
    return when(
        any(comesFrom(SEARCH), isSet(SessionValue.ENTRY_GCLID)),
        "Paid Search",
        when(
            comesFrom(SOCIAL),
            "Paid Social",
            when(
                comesFrom(VIDEO),
                "Paid Video",
                when(comesFrom(SHOP), "Paid Shopping", Expression.text("Paid Unknown")))));
  }

  private Expression free() {
    return when(
        isDirect(),
        "Direct",
        when(
            medium("e-?mail|e mail"),
            "Email",
            when(
                medium("sms"),
                "SMS",
                when(
                    medium("push|mobile|notification"),
                    "Push",
                    when(
                        medium("display|banner|expandable|interstitial"),
                        "Display",
                        when(medium("affiliate"), "Affiliate", organic()))))));
  }

  private Expression organic() {
    return when(
        comesFrom(SEARCH),
        "Organic Search",
        when(
            comesFrom(SOCIAL),
            "Organic Social",
            when(
                comesFrom(VIDEO),
                "Organic Video",
                when(
                    comesFrom(SHOP),
                    "Organic Shopping",
                    when(medium("audio"), "Audio", referral())))));
  }

  private Expression referral() {
    return when(
        any(isSet(SessionValue.ENTRY_REFERRING_DOMAIN), medium("referral")),
        "Referral",
        Expression.text("Unknown"));
  }

  private Expression isDirect() {
    Expression source = present(SessionValue.ENTRY_UTM_SOURCE);
    return Conditions.all(
        List.of(
            any(
                call(
                    Function.EQUAL,
                    present(SessionValue.ENTRY_REFERRING_DOMAIN),
                    Expression.text("$direct")),
                call(Function.NOT, isSet(SessionValue.ENTRY_REFERRING_DOMAIN))),
            call(Function.NOT, isSet(SessionValue.ENTRY_UTM_MEDIUM)),
            new Expression.In(source, List.of("", "direct", "(direct)"))));
  }

  private Expression medium(String words) {
    return says(SessionValue.ENTRY_UTM_MEDIUM, words);
  }

  /** Whether source or referrer belongs to one of these names. */
  private Expression comesFrom(String names) {
    return any(
        says(SessionValue.ENTRY_UTM_SOURCE, named(names)),
        says(SessionValue.ENTRY_REFERRING_DOMAIN, below(names)));
  }

  private Expression says(SessionValue value, String pattern) {
    return matches(present(value), pattern);
  }

  private static Expression matches(Expression text, String pattern) {
    return call(Function.MATCHES, text, Expression.text("(?i)" + pattern));
  }

  private Expression isSet(SessionValue value) {
    return call(Function.NOT, call(Function.EQUAL, present(value), Expression.text("")));
  }

  private Expression present(SessionValue value) {
    return call(Function.COALESCE, inputs.get(value), Expression.text(""));
  }

  private static Expression any(Expression... conditions) {
    return call(Function.OR, conditions);
  }

  private static Expression when(Expression condition, String then, Expression otherwise) {
    return when(condition, Expression.text(then), otherwise);
  }

  private static Expression when(Expression condition, Expression then, Expression otherwise) {
    return call(Function.IF, condition, then, otherwise);
  }
}
