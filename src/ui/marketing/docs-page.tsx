export type DocumentLink = { topic: string; title: string; summary: string };

/** The list of the documents. */
export function DocsPage({ documents }: { documents: readonly DocumentLink[] }) {
  return (
    <section className="mk-section">
      <div className="mk-in">
        <h1>Documents</h1>
        <p className="mk-lead">How it works, how to run it, and how to build on it.</p>
        <ul className="mk-cards">
          {documents.map(({ topic, title, summary }) => (
            <li key={topic}>
              <a className="mk-card" href={`/docs/${topic}`}>
                <strong>{title}</strong>
                <span className="mk-muted mk-small">{summary}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
