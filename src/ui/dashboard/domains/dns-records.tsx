"use client";

import { isApex } from "#modules/domains/rules/host-names.ts";
import type { DnsRecord } from "#modules/domains/schema.ts";
import { CopyValue } from "./copy-value.tsx";
import classes from "./domains.module.css";

const purposes: Readonly<Record<DnsRecord["purpose"], string>> = {
  leadsHere: "Leads visitors to us",
  proof: "Proves that the domain is yours",
  certificate: "For the certificate",
};

/** Records to set at the name server, each part to copy. */
export function DnsRecords({ host, records }: { host: string; records: DnsRecord[] }) {
  return (
    <ul className={classes.records} aria-label={`Records for ${host}`}>
      {records.map((record) => (
        <li key={`${record.type} ${record.name} ${record.value}`} className={classes.record}>
          <p className={classes.purpose}>
            <span className={classes.type}>{record.type}</span> {purposes[record.purpose]}
          </p>
          <Part label="Name" what={`the name of the ${record.type} record`} value={record.name} />
          <Part label="Value" what={`the value of the ${record.type} record`} value={record.value} />
          {record.purpose === "leadsHere" && isApex(record.name) ? (
            <p className={classes.small}>
              At the top of a domain this is called ALIAS or ANAME. Without either, use a name like book.
              {host}.
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Part({ label, what, value }: { label: string; what: string; value: string }) {
  return (
    <div className={classes.part}>
      <span className={classes.label}>{label}</span>
      <code>{value}</code>
      <CopyValue value={value} label={`Copy ${what}`} />
    </div>
  );
}
