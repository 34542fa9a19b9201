/** A command found that what it was asked about is not as it should be; the message says what. */
export class CommandFailed extends Error {}
