/** Three sentences per failure: what happened, what it means for the user's money, what to do. */
export const errorWords = {
  'not-running': {
    message: 'Nothing is listening at the gateway’s address.',
    meaning: 'Nothing was sent. Values on the screen are the last ones heard.',
    action: 'Start the Client Portal Gateway, or correct its address in the settings.',
  },
  'not-tls': {
    message: 'Something answers at this address, but it does not speak HTTPS.',
    meaning: 'Nothing was sent: without TLS anyone on the way could read or change orders.',
    action: 'Check host and port; the gateway must be configured for HTTPS (listenSsl: true).',
  },
  'tls-failed': {
    message: 'A secure connection could not be agreed with the gateway.',
    meaning: 'Nothing was sent.',
    action: 'Check the gateway’s TLS settings and its log.',
  },
  'certificate-untrusted': {
    message: 'The gateway’s certificate is not signed by the certificate authority this profile trusts.',
    meaning: 'Nothing was sent: this may be another program, or someone between you and the gateway.',
    action:
      'If it is yours, look at it and compare its fingerprint before you trust it; otherwise do not go on.',
  },
  'certificate-changed': {
    message: 'The gateway shows another certificate than the one you trusted for it.',
    meaning: 'Nothing was sent: another program may be standing in for your gateway.',
    action: 'If you changed it yourself, compare the new fingerprint and trust it; otherwise do not go on.',
  },
  'certificate-expired': {
    message: 'The gateway’s certificate is outside its dates of validity.',
    meaning: 'Nothing was sent.',
    action: 'Renew the gateway’s certificate, and check this computer’s clock.',
  },
  'certificate-host-mismatch': {
    message: 'The gateway’s certificate was issued for another host name.',
    meaning: 'Nothing was sent: the certificate does not prove that this is your gateway.',
    action: 'Use the host name of the certificate, or issue a certificate for this address.',
  },
  'ca-file-unreadable': {
    message: 'The CA file of this profile cannot be read as certificates.',
    meaning: 'Nothing was sent: without it the gateway cannot be recognised.',
    action: 'Choose a readable PEM file in the settings.',
  },
  'not-a-gateway': {
    message: 'What answers at this address does not look like the Client Portal Gateway.',
    meaning: 'Nothing on the screen comes from it.',
    action: 'Check host and port. On macOS, AirPlay Receiver often occupies port 5000.',
  },
  'not-logged-in': {
    message: 'Nobody is logged in at the gateway.',
    meaning: 'IBKR answers nothing until you log in. Working orders stay as they are at IBKR.',
    action: 'Log in to the gateway in your browser.',
  },
  'no-brokerage-session': {
    message: 'The gateway is logged in, but has no brokerage session.',
    meaning: 'Orders and market data are unavailable; portfolio figures may still come.',
    action: 'Wait: the session is being opened. If it stays so, log in again.',
  },
  'competing-session': {
    message: 'Another IBKR session of this user name has control.',
    meaning: 'Orders and live data are off here until you take over.',
    action: 'Close the other session, or take over deliberately.',
  },
  'link-lost': {
    message: 'The gateway has lost its connection to IBKR.',
    meaning: 'Values are the last ones heard. Working orders stay as they are at IBKR.',
    action: 'Wait: it reconnects by itself. Check your internet connection.',
  },
  'connection-lost': {
    message: 'The connection broke before a whole answer arrived.',
    meaning: 'The values asked for are not known.',
    action: 'Try again; if it repeats, look at the gateway’s log.',
  },
  timeout: {
    message: 'The gateway did not answer in time.',
    meaning: 'The values asked for are not known.',
    action: 'Try again; if it repeats, look at the gateway’s log.',
  },
  pacing: {
    message: 'IBKR’s request limit is reached; no more is sent until the pause is over.',
    meaning: 'Values are the last ones heard. Further requests now could get this address blocked.',
    action: 'Wait until the pause is over.',
  },
  unavailable: {
    message: 'IBKR’s service is not available at the moment.',
    meaning: 'The values asked for are not known.',
    action: 'Try again in a minute; around 01:00 of the server’s region this is maintenance.',
  },
  'server-error': {
    message: 'The gateway reported an error of its own.',
    meaning: 'The values asked for are not known.',
    action: 'Try again; if it repeats, report the gateway’s words below.',
  },
  'bad-answer': {
    message: 'The gateway’s answer could not be understood.',
    meaning: 'Nothing of it is shown, so that no wrong number appears.',
    action: 'Try again; if it repeats, report it with the details.',
  },
  'too-large': {
    message: 'The gateway’s answer was larger than the limit and was dropped.',
    meaning: 'Nothing of it is shown.',
    action: 'Ask for less at a time.',
  },
  refused: {
    message: 'IBKR refused the request.',
    meaning: 'Nothing was changed.',
    action: 'Read IBKR’s words below and correct the request.',
  },
  'not-permitted': {
    message: 'This user name is not permitted to do that.',
    meaning: 'Nothing was changed.',
    action: 'Check the permissions of the account in Client Portal.',
  },
  'not-found': {
    message: 'IBKR does not know what was asked for.',
    meaning: 'There is nothing to show.',
    action: 'Check the id; orders of earlier sessions are no longer listed.',
  },
  'no-data': {
    message: 'IBKR has no data for this request.',
    meaning: 'This is an empty result, not an outage.',
    action: 'Choose another period, bar or contract.',
  },
  'order-rejected': {
    message: 'IBKR rejected the order.',
    meaning: 'No order was created by this request.',
    action: 'Read IBKR’s reason, change the order and review it again.',
  },
  'order-partly-rejected': {
    message: 'IBKR accepted some orders of the group and rejected others.',
    meaning: 'The accepted ones are live, perhaps without the protection of the others.',
    action: 'Check the order list now, and cancel what should not stand alone.',
  },
  'order-declined': {
    message: 'A question of IBKR about this order was answered with no.',
    meaning: 'IBKR was told not to send the order; the order list has the last word.',
    action: 'Check the order list before placing it again.',
  },
  'order-unanswered': {
    message: 'IBKR asked a question about this order that has no prepared answer, so it was declined.',
    meaning: 'IBKR was told not to send the order; the order list has the last word.',
    action: 'Read the question, check the order list, then decide again.',
  },
  'duplicate-order': {
    message: 'IBKR already has an order with this client order id.',
    meaning: 'An earlier order with this id was registered; this request created no second one.',
    action: 'Look for the earlier order in the order list; do not place it again.',
  },
  'outcome-unknown': {
    message: 'The request may have reached IBKR, but its outcome is not known.',
    meaning: 'The order may exist. Do not place it again.',
    action: 'Look for its client order id in the order list and the trades before doing anything else.',
  },
  'ambiguous-symbol': {
    message: 'The symbol stands for more than one contract, or for none, under the given conditions.',
    meaning: 'Nothing was chosen for you.',
    action: 'Narrow the conditions; by default only US listings are considered.',
  },
  'unknown-symbol': {
    message: 'IBKR knows no instrument with this symbol.',
    meaning: 'There is nothing to show.',
    action: 'Check the spelling; symbols are upper case.',
  },
  'invalid-input': {
    message: 'The request was not sent because it is not complete or not valid.',
    meaning: 'Nothing was sent.',
    action: 'Correct the named argument.',
  },
  stopped: {
    message: 'The gateway client is stopped.',
    meaning: 'Nothing was sent.',
    action: 'Start it again.',
  },
} as const;
