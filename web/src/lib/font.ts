/** The reader's own system font. By name, because text drawn in charts is measured before it is placed. */
export const systemFont =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif'
