import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteProfile, type ProfileAddress, profilesKey } from '../api/profiles.ts'
import { say } from '../lang/say.ts'
import { Confirm } from '../ui/Confirm.tsx'

interface DeleteProps {
  readonly at: ProfileAddress
  readonly name: string
  readonly onDeleted: () => void
}

export function DeleteProfile({ at, name, onDeleted }: DeleteProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState(false)
  const remove = async () => {
    await deleteProfile(at)
    onDeleted()
    await client.invalidateQueries({ queryKey: profilesKey(at.project) })
  }
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={() => setAsked(true)}>
        {say('Delete profile')}
      </Button>
      {asked && (
        <Confirm
          title={say('Delete {name}?', { name })}
          action={say('Delete profile')}
          onConfirm={remove}
          onClose={() => setAsked(false)}
        >
          {say('Its accounts and their tokens go. What was collected stays, and is shown as before.')}
        </Confirm>
      )}
    </>
  )
}
