import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { chooseLanguage, isLanguage, type Language, languages } from '../lang/language.ts'
import { say } from '../lang/say.ts'
import { useLanguage } from '../lang/useLanguage.ts'

/** Follows the browser until used; the choice is remembered by the browser. */
export function LanguageSwitch() {
  const language = useLanguage()
  const change = useMutation({ mutationFn: (chosen: Language) => chooseLanguage(chosen) })
  return (
    <NativeSelect
      size="xs"
      label={say('Language')}
      value={language}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      error={change.isError && say('The language did not load. Check the connection and try again.')}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && change.mutate(value)}
    />
  )
}
