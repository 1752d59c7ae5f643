const width = 100
const height = 24
const margin = 2

/** The way of a line through values, in a box of 100 by 24; empty where there is no line to draw. */
export function sparkPath(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return ''
  const low = Math.min(...known)
  const span = Math.max(...known) - low
  const x = (index: number) => round((index / (values.length - 1)) * width)
  const y = (value: number) =>
    round(span === 0 ? height / 2 : height - margin - ((value - low) / span) * (height - 2 * margin))
  let pen = 'M'
  return values
    .map((value, index) => {
      const part = value === null ? '' : `${pen}${x(index)} ${y(value)}`
      pen = value === null ? 'M' : 'L'
      return part
    })
    .join('')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
