/** What name servers say. A name that does not exist has nothing; null: nobody answered. */
export type DomainNames = {
  texts(name: string): Promise<string[] | null>;
  /** The name that `name` is another word for; null when it is not, or nobody answered. */
  alias(name: string): Promise<string | null>;
  /** IPv4 and IPv6 addresses. */
  addresses(name: string): Promise<string[]>;
};

/** A host's certificate as its provider has it. */
export type Certificate = {
  /** The provider's id; null when the provider keeps nothing. */
  providerId: string | null;
  /** null: not known. */
  status: "pending" | "active" | "failed" | null;
  /** Records that it asks for before it makes one. */
  records: { type: "CNAME" | "TXT"; name: string; value: string }[];
  /** What is wrong, in words. */
  problem: string | null;
};

/** Serves certificates for hosts of others (A4). Whatever throws is a reason to try again later. */
export type CertificateProvider = {
  /** Asks for one; for a host that has one already, that one. */
  create(host: string): Promise<Certificate>;
  /** null when it is gone. */
  read(providerId: string): Promise<Certificate | null>;
  /** Of one that is gone already nothing is left to do. */
  remove(providerId: string): Promise<void>;
};

/** A way to get certificates: small; the provider's SDK comes with `connect`. */
export type CertificateManifest<Environment> = {
  name: string;
  isConfigured(environment: Environment): boolean;
  connect(environment: Environment): Promise<CertificateProvider>;
};

/** What looking after domains needs from outside. */
export type DomainServices = { names: DomainNames; certificates: CertificateProvider };
