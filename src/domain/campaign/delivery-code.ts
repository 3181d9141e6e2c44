/**
 * Why a recipient waits, is in doubt or failed: the stable codes that the ledger and the outbox
 * keep, each with what happened and what to do. The texts in quotes are n8n's own answers,
 * measured on n8n 2.41.
 */

/** What happened, then what to do about it. */
export type DeliveryMessage = { readonly message: string; readonly hint: string }

export const DELIVERY_MESSAGES = {
  acknowledged: {
    message: 'The agents took the task; their conversation is not seen yet.',
    hint: 'Nothing to do: it is confirmed as soon as the conversation is there.',
  },

  // Surely not taken, and likely to work later.
  connection_refused: {
    message: 'Nothing listens at the agents’ webhook address.',
    hint: 'Check that n8n runs. Rollcall goes on trying for about half an hour.',
  },
  address_not_found: {
    message: 'The host of the agents’ webhook is not known.',
    hint: 'Check WEBHOOK_BASE and the network. Rollcall goes on trying for about half an hour.',
  },
  connect_timeout: {
    message: 'No connection to the agents’ webhook came about.',
    hint: 'Check firewall and network. Rollcall goes on trying for about half an hour.',
  },
  receiver_starting: {
    message: 'n8n is starting up.',
    hint: 'Nothing to do: Rollcall tries again in a moment.',
  },
  receiver_database_down: {
    message: 'n8n’s own database is down.',
    hint: 'Check the database that n8n runs on. Rollcall goes on trying for about half an hour.',
  },
  rate_limited: {
    message: 'The agents’ webhook asked for fewer requests.',
    hint: 'Nothing to do: Rollcall waits as long as it was asked to.',
  },
  webhook_inactive: {
    message: 'No active workflow listens at the agents’ webhook.',
    hint: 'Activate the workflow “session-created” in n8n. If the campaign has paused, resume it.',
  },
  webhook_not_found: {
    message: 'There is nothing at the agents’ webhook address.',
    hint: 'Check WEBHOOK_BASE: it ends before “/session-created”. If the campaign has paused, resume it.',
  },

  // Surely not taken, and nothing will change by itself.
  webhook_test_url: {
    message: 'The webhook address is n8n’s test address, which works only while somebody tests.',
    hint: 'Use the production address, with “/webhook/” in place of “/webhook-test/”, then resume.',
  },
  wrong_token: {
    message: 'The agents’ webhook refused our credentials.',
    hint: 'Put the header that n8n expects into WEBHOOK_TOKEN_HEADER, then resume.',
  },
  wrong_signature: {
    message: 'The agents’ webhook did not find our signature right.',
    hint: 'Let WEBHOOK_SECRETS hold the secret that n8n checks by, and set both clocks. Then resume.',
  },
  forbidden: {
    message: 'Something before the agents’ webhook does not let Rollcall in.',
    hint: 'Ask who runs n8n, or the proxy before it, to let Rollcall in. Then resume.',
  },
  gone: {
    message: 'The agents’ webhook was taken down for good.',
    hint: 'Put the new address into WEBHOOK_BASE, then resume.',
  },
  too_large: {
    message: 'The batch is larger than the agents’ webhook takes.',
    hint: 'Let who runs n8n raise the limit there, or lower Rollcall’s batch size. Then resume.',
  },
  body_refused: {
    message: 'The agents’ webhook could not read what was sent.',
    hint: 'Check that the workflow is the one Rollcall ships, then resume.',
  },
  not_secure: {
    message: 'The certificate of the agents’ webhook is not valid.',
    hint: 'Have the certificate renewed or its chain completed, then resume.',
  },
  address_refused: {
    message: 'Rollcall may not send to the address the webhook has.',
    hint: 'Check WEBHOOK_BASE and WEBHOOK_HOSTS; private addresses are not allowed. Then resume.',
  },

  // In doubt: they may have been taken.
  timeout: {
    message: 'The agents’ webhook did not answer within a minute.',
    hint: 'Rollcall looks for the conversations before it sends anything again. Check n8n’s workers.',
  },
  connection_lost: {
    message: 'The connection broke before the answer came.',
    hint: 'Rollcall looks for the conversations before it sends anything again.',
  },
  answer_empty: {
    message: 'The agents’ webhook answered without a body.',
    hint: 'Let the workflow reach its respond node and answer {"accepted": n}.',
  },
  workflow_started: {
    message: 'n8n answered “Workflow was started”, before the tasks were stored.',
    hint: 'Set the webhook’s respond option to “Using Respond to Webhook node”.',
  },
  accepted_other_count: {
    message: 'The agents’ webhook took another number of tasks than were sent.',
    hint: 'Rollcall looks for the conversations and sends only what is missing. Check the workflow.',
  },
  answer_web_page: {
    message: 'A web page answered instead of the agents’ webhook.',
    hint: 'Check WEBHOOK_BASE: it must name n8n’s webhook address, not its editor. Then resume.',
  },
  answer_unreadable: {
    message: 'The agents’ webhook answered something else than {"accepted": n}.',
    hint: 'Check that the address is n8n’s and the workflow is the one Rollcall ships.',
  },
  credential_missing: {
    message: 'The webhook in n8n has no credential: “No authentication data defined on node!”.',
    hint: 'Choose the header auth credential in the webhook node, then resume.',
  },
  workflow_failed: {
    message: 'The workflow failed: “Error in workflow”.',
    hint: 'Check that n8n reaches the backend database. Rollcall looks before it sends again.',
  },
  workflow_problem: {
    message: 'n8n could not run the workflow: “There was a problem executing the workflow”.',
    hint: 'Often the batch is too large for n8n: raise N8N_PAYLOAD_SIZE_MAX or lower the batch size.',
  },
  workflow_timed_out: {
    message: 'n8n cancelled the workflow because it took too long.',
    hint: 'Check the backend database’s speed and n8n’s time limit for workflows.',
  },
  server_error: {
    message: 'The agents’ webhook has a fault of its own.',
    hint: 'Look at n8n’s executions. Rollcall looks for the conversations before it sends again.',
  },
  redirected: {
    message: 'The agents’ webhook redirects to another address, which is not followed.',
    hint: 'Put the final address into WEBHOOK_BASE, then resume.',
  },
  status_unclear: {
    message: 'The agents’ webhook gave an answer that says neither yes nor no.',
    hint: 'Rollcall looks for the conversations before it sends anything again.',
  },
  request_refused: {
    message: 'The agents’ webhook says that the request itself is wrong.',
    hint: 'Check WEBHOOK_BASE, the credentials and the workflow, then resume.',
  },
  no_outcome: {
    message: 'Sending was interrupted, so it is not known whether the task arrived.',
    hint: 'Rollcall looks for the conversation before it sends anything again.',
  },
  needs_decision: {
    message: 'It is not known whether the task arrived: no conversation was seen.',
    hint: 'Ask whether the agents got it, then send it again or leave it.',
  },
  taken_as_sent: {
    message: 'No conversation was seen; a person decided that they count as sent.',
    hint: 'Nothing to do: nothing is sent to them again.',
  },
  resent: {
    message: 'The task did not arrive the first time and goes again.',
    hint: 'Nothing to do.',
  },

  // The outbox.
  backend_unreadable: {
    message: 'The agents’ database can’t be read, so nothing is sent.',
    hint: 'Check that it runs and that our key is right. Sending goes on by itself.',
  },
  held: {
    message: 'Sending was halted before this batch went out.',
    hint: 'Resume the campaign, or turn sending on again.',
  },
  quiet_hours: {
    message: 'Outside the contact hours where they are.',
    hint: 'Nothing to do: they are sent when their hours begin.',
  },
  backed_off: {
    message: 'WhatsApp held back a message to them because they had enough marketing messages.',
    hint: 'Nothing to do: they are sent a day later, in their hours.',
  },
  changed: {
    message: 'Just before sending somebody opted out or their hours ended; the batch is made anew.',
    hint: 'Nothing to do.',
  },
  payload_changed: {
    message: 'What would be sent is not what was sent before, so a new batch takes over.',
    hint: 'Nothing to do.',
  },
} as const satisfies Record<string, DeliveryMessage>

export type DeliveryCode = keyof typeof DELIVERY_MESSAGES

/** Narrows a text of the database to a code we know. */
export function isDeliveryCode(text: string): text is DeliveryCode {
  return Object.hasOwn(DELIVERY_MESSAGES, text)
}
