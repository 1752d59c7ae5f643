/** Stands in for ECharts' own dark theme, which the page never names. */
// biome-ignore lint/style/noDefaultExport: imported as the module it stands in for
export default {}
