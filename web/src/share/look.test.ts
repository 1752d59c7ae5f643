import { expect, test } from 'vitest'
import { lookOf, offersOf, refreshOf, schemeOf, withoutDetails } from './look.ts'

test('a link of which nothing is said has everything', () => {
  expect(lookOf('Visits', {})).toEqual({
    title: 'Visits · Facet',
    header: true,
    brand: true,
    legend: true,
    details: true,
  })
  expect(lookOf(null, {}).title).toBe('Untitled · Facet')
})

test('each setting takes its part away', () => {
  const settings = { whitelabel: true, noHeader: true, legend: false, hideExtraDetails: true }
  expect(lookOf('Visits', settings)).toEqual({
    title: 'Visits',
    header: false,
    brand: false,
    legend: false,
    details: false,
  })
})

test('a theme is forced, or follows the system, or is left to the reader', () => {
  expect(schemeOf({ theme: 'dark' }, 'light')).toBe('dark')
  expect(schemeOf({ theme: 'system' }, 'dark')).toBe('dark')
  expect(schemeOf({}, 'dark')).toBeUndefined()
})

test('without details the charts keep their titles only', () => {
  const chart = { id: 1, title: 'By day', description: 'Of all', type: 'line', options: {}, colors: [] }
  const card = { id: 1, x: 0, y: 0, w: 6, h: 4, layout: 'vertical' as const, charts: [chart] }
  const [section] = withoutDetails([{ title: 'Web', cards: [card] }])
  expect(section?.cards[0]?.charts).toEqual([{ ...chart, description: null }])
})

test('data is looked at again at the dashboard\u2019s pace, but not in haste', () => {
  expect(refreshOf({ refresh_interval: 90 })).toBe(90_000)
  expect(refreshOf({ refresh_interval: 1 })).toBe(10_000)
  expect(refreshOf({ refresh_interval: null })).toBe(60_000)
})

test('visitors may do what the link says, and filter where there are filters to choose from', () => {
  const dashboard = { name: 'Visits', description: null, refresh_interval: null, sections: [] }
  expect(offersOf({ settings: {}, dashboard })).toEqual({
    dates: false,
    filters: false,
    files: false,
    any: false,
  })
  const available_filters = [{ technical_name: 'channels' }]
  const settings = { visitorExport: true, visitorFilters: true }
  expect(offersOf({ settings, dashboard: { ...dashboard, available_filters } })).toEqual({
    dates: false,
    filters: true,
    files: true,
    any: true,
  })
})
