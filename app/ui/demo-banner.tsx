/** Says on every page that this world is not a real one. */
export const DemoBanner = ({ text }: { text: string }) => (
  <aside className="demo">
    <p>{text}</p>
  </aside>
)
