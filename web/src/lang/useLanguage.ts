import type { RouteComponent } from '@tanstack/react-router'
import { createElement, useSyncExternalStore } from 'react'
import { type Language, onLanguage, spoken } from './language.ts'

/** The language spoken; whoever asks is drawn anew when it changes, and keeps what it holds. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, () => spoken().language)
}

/** How numbers and dates are written; for what remembers texts with them. */
export function useLocale(): string | undefined {
  return useSyncExternalStore(onLanguage, () => spoken().locale)
}

/** A screen that is drawn anew, with all beneath it, when the language changes: what is typed stays. */
export function inLanguage(screen: RouteComponent): RouteComponent {
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each route, not while drawing
  const Spoken = () => {
    useLanguage()
    return createElement(screen)
  }
  return Object.assign(Spoken, { preload: async () => void (await screen.preload?.()) })
}
