export type Section = { href: string; label: string; count?: number }

/** Tabs that are links: to parts of this page by `#id`, or to pages of their own. */
export function SectionNav({ label, sections, current }: { label: string; sections: Section[]; current?: string }) {
  return (
    <nav className="sections" aria-label={label}>
      <ul>
        {sections.map(({ href, label: text, count }) => (
          <li key={href}>
            <a href={href} aria-current={href === current ? 'page' : undefined}>
              {text}
              {count !== undefined && <span> {count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
