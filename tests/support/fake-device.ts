/** Gives tests in Node an IndexedDB of their own, in memory. */
import 'fake-indexeddb/auto'
