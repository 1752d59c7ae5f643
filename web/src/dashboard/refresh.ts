/** Milliseconds between two looks at the data of a dashboard that says so. */
export function intervalOf(dashboard: { readonly refresh_interval: number | null }): { interval?: number } {
  const seconds = dashboard.refresh_interval
  return seconds === null ? {} : { interval: seconds * 1000 }
}
