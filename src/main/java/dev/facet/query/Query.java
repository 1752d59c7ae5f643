package dev.facet.query;

/** A question about one project's data. */
public sealed interface Query
    permits TrendQuery,
        FunnelQuery,
        RetentionQuery,
        StickinessQuery,
        LifecycleQuery,
        PathsQuery,
        ReportQuery,
        CubeQuery,
        DatasetTree,
        SqlQuery,
        SqlQuery.Events,
        OtqlQuery,
        ActorsQuery {}
