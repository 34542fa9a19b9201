/** Too much work is waiting; nothing was recorded. Worth another try after a moment. */
export class Overloaded extends Error {
  constructor(what: string) {
    super(`Too much is waiting: ${what}. Nothing was recorded; try again in a moment.`);
  }
}
