/** The product's mark: a slot kept in a page of days. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="26" height="26" rx="8" fill="#256f57" />
      <rect x="7" y="7.5" width="14" height="3" rx="1.5" fill="#ffffff" opacity="0.55" />
      <rect x="7" y="12.5" width="14" height="3.5" rx="1.75" fill="#ffffff" />
      <rect x="7" y="18" width="8" height="3" rx="1.5" fill="#ffffff" opacity="0.55" />
    </svg>
  );
}
