/** What a mail server makes of the rest is its own business. */
export const emailShape = /^[^\s@]+@[^\s@]+$/;

/** The name of another system, as `slack`. */
export const systemShape = /^[a-z0-9_-]{1,50}$/;
