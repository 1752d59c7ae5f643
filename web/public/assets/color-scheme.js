// Runs before the first paint, so that a remembered dark page never flashes white.
// A file of its own because the content security policy allows no inline scripts.
;(() => {
  let chosen = null
  try {
    chosen = window.localStorage.getItem('facet-color-scheme')
  } catch {
    // Storage may be closed to the page; the system's choice is used then.
  }
  const system = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = chosen === 'dark' || chosen === 'light' ? chosen : system
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
