/** A small database on this device (IndexedDB): two boxes of values by name. */

const DATABASE = 'rollcall'
const BOXES = ['copies', 'writes'] as const
export type Box = (typeof BOXES)[number]

export type DeviceStore = {
  readonly read: (box: Box, name: string) => Promise<unknown>
  readonly readAll: (box: Box) => Promise<readonly (readonly [name: string, value: unknown])[]>
  readonly write: (box: Box, name: string, value: unknown) => Promise<void>
  readonly remove: (box: Box, name: string) => Promise<void>
  readonly clear: (box: Box) => Promise<void>
}

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => {
      resolve(request.result)
    })
    request.addEventListener('error', () => {
      reject(request.error ?? new Error('The device refused'))
    })
  })
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1)
  request.addEventListener('upgradeneeded', () => {
    for (const box of BOXES) request.result.createObjectStore(box)
  })
  return done(request)
}

/** Opens the store on first use. Where the browser has none, as in some private windows, it rejects. */
export function createDeviceStore(): DeviceStore {
  let opened: Promise<IDBDatabase> | undefined
  const inBox = async (box: Box, mode: IDBTransactionMode): Promise<IDBObjectStore> => {
    opened ??= open()
    return (await opened).transaction(box, mode).objectStore(box)
  }
  return {
    read: async (box, name) => done<unknown>((await inBox(box, 'readonly')).get(name)),
    readAll: async (box) => {
      const place = await inBox(box, 'readonly')
      const [names, values] = await Promise.all([done(place.getAllKeys()), done(place.getAll())])
      return names.map((name, index): readonly [string, unknown] => [
        typeof name === 'string' ? name : '',
        values[index],
      ])
    },
    write: async (box, name, value) => {
      await done((await inBox(box, 'readwrite')).put(value, name))
    },
    remove: async (box, name) => {
      await done((await inBox(box, 'readwrite')).delete(name))
    },
    clear: async (box) => {
      await done((await inBox(box, 'readwrite')).clear())
    },
  }
}
