import { fileURLToPath } from 'node:url'

/** What a bundler tells of a module. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

const source = fileURLToPath(new URL('src/', import.meta.url))

/**
 * The part that a module of the page's own belongs to: `page` is what every screen needs, `board` what a
 * dashboard needs at once. As two parts they compress by a quarter better than as forty. What is imported
 * when it is needed (`lazy(() => import(…))`) stays out of both, wherever it lies.
 */
export function partOf(id: string, graph: Graph): string | null {
  if (!id.startsWith(source)) return null
  const shared = /^(api|lang|lib|ui)\//.test(id.slice(source.length))
  if (neededBy('main.tsx', graph).has(id)) return 'page'
  if (neededBy('screen/DashboardScreen.tsx', graph).has(id)) return shared ? 'page' : 'board'
  return null
}

const known = new WeakMap<Graph, Map<string, ReadonlySet<string>>>()

/** The modules that one imports from its beginning, and what those import. */
function neededBy(path: string, graph: Graph): ReadonlySet<string> {
  const found = known.get(graph) ?? new Map<string, ReadonlySet<string>>()
  known.set(graph, found)
  const needed = found.get(path) ?? reach(source + path, graph, new Set())
  found.set(path, needed)
  return needed
}

function reach(id: string, graph: Graph, seen: Set<string>): Set<string> {
  if (seen.has(id) || !id.startsWith(source)) return seen
  seen.add(id)
  for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reach(imported, graph, seen)
  return seen
}
