/** Stands in for ECharts' patterns over colours, which no chart of the page has. */
export const decalVisualStageHandler = { overallReset: () => undefined }
