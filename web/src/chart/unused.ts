/**
 * Stands in for parts of ECharts that no chart of the page uses and that its core brings along: patterns over
 * colours, a dark theme, transformations of data, options of
 * older versions, a sign of loading, animations of drawings made without a browser. `vite.config.ts` says which.
 */
const nothing = () => undefined

export const decalVisualStageHandler = { overallReset: nothing }

export const createCSSAnimation = nothing
export const createCSSEmphasis = nothing

export const applyDataTransform = nothing
export const registerExternalTransform = nothing

export const createLegacyDataSelectAction = nothing
export const handleLegacySelectEvents = nothing

/** A function and a class at once: some of these parts are called, others asked for instances. */
// biome-ignore lint/style/noDefaultExport: imported as the modules it stands in for
export default function unused() {
  return undefined
}
