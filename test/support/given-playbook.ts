export { builtIn, builtInContent } from '../../src/playbook/built-in.js';
