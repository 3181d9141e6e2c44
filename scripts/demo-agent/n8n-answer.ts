/** What n8n itself answers when a webhook can't do its work, measured on n8n 2.41. */

/** No credential, or a wrong one. */
export function wrongToken(): Response {
  return new Response('Authorization data is wrong!', { status: 403 })
}

/** Checked before anything else, the sender's right included. */
export function badJson(): Response {
  return Response.json({ code: 422, message: 'Failed to parse request body' }, { status: 422 })
}

/** The body is JSON, but not what this webhook takes. */
export function wrongBody(faults: string): Response {
  return Response.json(
    { code: 422, message: `The body is not a launch: ${faults}` },
    { status: 422 },
  )
}

/** Above n8n's N8N_PAYLOAD_SIZE_MAX: 500, not 413. */
export function bodyTooLarge(): Response {
  return Response.json(
    { code: 0, message: 'There was a problem executing the workflow' },
    { status: 500 },
  )
}

/** The workflow's database can't be reached, or refused the statement. */
export function workflowFailed(): Response {
  return Response.json({ message: 'Error in workflow' }, { status: 500 })
}

/** No active workflow listens on this path, or not for this method. */
export function notRegistered(method: string, path: string): Response {
  const hint =
    'The workflow must be active for a production URL to run successfully. You can activate the workflow using the toggle in the top-right of the editor.'
  const message = `The requested webhook "${method} ${path}" is not registered.`
  return Response.json({ code: 404, message, hint }, { status: 404 })
}
