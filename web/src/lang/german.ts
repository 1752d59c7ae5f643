import type { Catalogue } from './language.ts'

const folders = import.meta.glob<Catalogue>('./de/*.ts', { eager: true, import: 'sentences' })

/** All German sentences. They lie in one file per folder that says them; `common` has those of several. */
export const german: Catalogue = Object.assign({}, ...Object.values(folders))
