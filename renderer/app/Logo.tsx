/** The shop front that is a speech bubble. */
export function Logo({ className }: { className: string }) {
  return (
    <svg viewBox="64 64 896 896" aria-hidden className={className}>
      <rect x="64" y="64" width="896" height="896" rx="204" fill="#12605c" />
      <path
        d="M256 420h512v262a56 56 0 0 1-56 56H530L396 846a18 18 0 0 1-29-14v-94h-55a56 56 0 0 1-56-56z"
        fill="#fdf9f0"
      />
      <g fill="#12605c">
        <circle cx="392" cy="612" r="38" />
        <circle cx="512" cy="612" r="38" />
        <circle cx="632" cy="612" r="38" />
      </g>
      <path
        d="M270 232h484a32 32 0 0 1 30 21l56 155v34a65.6 65.6 0 0 1-131.2 0a65.6 65.6 0 0 1-131.2 0a65.6 65.6 0 0 1-131.2 0a65.6 65.6 0 0 1-131.2 0a65.6 65.6 0 0 1-131.2 0v-34l56-155a32 32 0 0 1 30-21z"
        fill="#fdf9f0"
      />
      <g fill="#f2a33a">
        <path d="M184 408l56-155a32 32 0 0 1 30-21h78.8L315.2 408v34a65.6 65.6 0 0 1-131.2 0z" />
        <path d="M446.4 408l11.2-176h108.8l11.2 176v34a65.6 65.6 0 0 1-131.2 0z" />
        <path d="M840 408l-56-155a32 32 0 0 0-30-21h-78.8L708.8 408v34a65.6 65.6 0 0 0 131.2 0z" />
      </g>
    </svg>
  )
}
