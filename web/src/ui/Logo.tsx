/** The cut gem that stands for Facet. Decorative: the name beside it is what is read out. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path fill="#6499d3" d="M9 4h14l-4 8h-6z" />
      <path fill="#2f6db5" d="M9 4 2 12h11z" />
      <path fill="#8ab2df" d="m23 4 7 8H19z" />
      <path fill="#204c80" d="M2 12h11l3 16z" />
      <path fill="#2f6db5" d="M13 12h6l-3 16z" />
      <path fill="#4380c4" d="M30 12H19l-3 16z" />
    </svg>
  )
}
