import { readFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** PostgreSQL's one-byte internal type "char", used by the system catalogue, which the adapter does not know. */
const charOid = 18;
const textOid = 25;

const schemaFolder = join(import.meta.dirname, "../../prisma/schema");

/**
 * The SQL that would turn the database into what the files of prisma/schema describe, by Prisma's own engine compiled
 * to WebAssembly: nothing native is downloaded. Says "empty migration" in a comment when there is nothing to do.
 */
export async function diffDatabaseToSchema(ownerUrl: string): Promise<string> {
  loadEngine();
  const files = await readSchemaFiles();
  const datamodels = files.map((file): [string, string] => [file.path, file.content]);
  const pool = new CataloguePool({ connectionString: ownerUrl, max: 1 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueAdapter(pool));
    const schemaEngine = await engine.SchemaEngine.new({ datamodels }, () => {}, adapter);
    const result = await schemaEngine.diff({
      from: { tag: "schemaDatasource", files, configDir: process.cwd() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.stdout ?? "";
  } finally {
    await pool.end();
  }
}

async function readSchemaFiles(): Promise<{ path: string; content: string }[]> {
  const names = (await readdir(schemaFolder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => {
      const path = join(schemaFolder, name);
      return { path, content: await readFile(path, "utf8") };
    }),
  );
}

let loaded = false;

/** The package's own loader expects a bundler, so the module is instantiated by hand. */
function loadEngine(): void {
  if (loaded) return;
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("@prisma/schema-engine-wasm"));
  const module = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": engine } as never);
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  loaded = true;
}

/** Which columns of a result were of type "char", by the result's rows. */
const charColumns = new WeakMap<object, number[]>();

/** Passes "char" columns off as text, which the adapter can read. */
class CataloguePool extends pg.Pool {
  constructor(config: pg.PoolConfig) {
    super(config);
    const query = this.query.bind(this) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
    const readable = async (config: pg.QueryConfig): Promise<pg.QueryResult> => {
      const result = await query(config);
      const chars = result.fields.filter((field) => field.dataTypeID === charOid);
      const indexes = chars.map((field) => result.fields.indexOf(field));
      for (const field of chars) field.dataTypeID = textOid;
      charColumns.set(result.rows, indexes);
      return result;
    };
    this.query = readable as typeof this.query;
  }
}

/** Tells the engine which of the text columns are single characters after all. */
class CatalogueAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }
}
