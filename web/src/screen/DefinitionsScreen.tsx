import { DefinitionList } from '../definition/DefinitionList.tsx'
import { say } from '../lang/say.ts'
import classes from '../settings/settings.module.css'
import { useProject } from '../settings/useProject.ts'

/** What the people of a project define for their questions. */
export function DefinitionsScreen() {
  const project = useProject()
  return (
    <>
      <title>{`${say('Actions and cohorts')} · Facet`}</title>
      <section className={classes.section} aria-labelledby="actions">
        <h2 id="actions">{say('Actions')}</h2>
        <p className={classes.lead}>{say('Several ways to do the same thing, counted as one.')}</p>
        <DefinitionList project={project.id} kind="actions" />
      </section>
      <section className={classes.section} aria-labelledby="cohorts">
        <h2 id="cohorts">{say('Cohorts')}</h2>
        <p className={classes.lead}>
          {say('Persons who have something in common, to filter and compare by.')}
        </p>
        <DefinitionList project={project.id} kind="cohorts" />
      </section>
    </>
  )
}
