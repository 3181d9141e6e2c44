/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has begun by the next task; the text need not stay in memory after it.
  setTimeout(() => {
    URL.revokeObjectURL(url)
  })
}
