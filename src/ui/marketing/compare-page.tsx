import { comparedOn, comparison, type PublishedTerm } from "./competitors.ts";

/** Ours beside others' terms, each with the page that it is from. */
export function ComparePage() {
  return (
    <section className="mk-section">
      <div className="mk-in">
        <h1>Compare</h1>
        <p className="mk-lead">
          What others say about their own terms, beside ours. Each line names the page it is from.
        </p>
        <div className="mk-table">
          <table className="mk-stacked">
            <thead>
              <tr>
                <th scope="col">Topic</th>
                <th scope="col">Slotkeeper</th>
                <th scope="col">Others, by their own terms</th>
              </tr>
            </thead>
            <tbody>
              {comparison.map(({ topic, ours, others }) => (
                <tr key={topic}>
                  <th scope="row">{topic}</th>
                  <td>
                    <strong>Slotkeeper:</strong> {ours}
                  </td>
                  <td>
                    {others.map((term) => (
                      <Term key={term.product} {...term} />
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="mk-small mk-muted mk-below">
          Read in {comparedOn}, from the pages that are linked. Terms change: what the page says today counts.
        </p>
      </div>
    </section>
  );
}

function Term({ product, term, page, source }: PublishedTerm) {
  return (
    <p>
      <strong>{product}:</strong> {term}{" "}
      <a className="mk-small" href={page} rel="noreferrer">
        {source}
      </a>
    </p>
  );
}
