import { useEffect, useRef, useState } from 'react'
import { isAbort, sentenceOf } from '../api/errors.ts'
import { download, type Format } from './download.ts'
import type { Files } from './files.ts'

export interface Download {
  /** The format that is being made. */
  readonly making: Format | null
  /** What went wrong with the last one. */
  readonly error: string | null
  readonly start: (format: Format, chart?: number | string) => void
  readonly stop: () => void
}

/** One file at a time; leaving the page ends it. */
export function useDownload(files: Files): Download {
  const [making, setMaking] = useState<Format | null>(null)
  const [error, setError] = useState<string | null>(null)
  const running = useRef<AbortController | null>(null)
  const stop = () => running.current?.abort()
  useEffect(() => () => running.current?.abort(), [])
  const start = async (format: Format, chart?: number | string) => {
    stop()
    const own = new AbortController()
    running.current = own
    setMaking(format)
    setError(null)
    try {
      await download(files.path(format, chart), files.headers, own.signal)
    } catch (failure) {
      if (!isAbort(failure)) setError(sentenceOf(failure))
    }
    if (running.current === own) setMaking(null)
  }
  return { making, error, start: (format, chart) => void start(format, chart), stop }
}
