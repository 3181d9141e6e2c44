import postgres from 'postgres'

/** Where a database of the local cluster is, and as whom to connect. */
export type DatabaseAddress = {
  readonly user: string
  readonly password: string
  readonly port: number
  readonly database: string
}

/** The address as a URL, as `psql` and every driver take it. */
export function toDatabaseUrl({ user, password, port, database }: DatabaseAddress): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** A client of a database of the local cluster. The caller ends it. */
export function connect(address: DatabaseAddress, maxConnections = 1): postgres.Sql {
  return postgres(toDatabaseUrl(address), {
    max: maxConnections,
    onnotice: () => {},
    connect_timeout: 10,
  })
}
