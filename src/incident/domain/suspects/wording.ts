/** `, 1 h 5 min before the impact`, or nothing. */
export const timeBefore = (seconds: number | undefined): string => {
  if (seconds === undefined) return '';
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  const parts = [hours > 0 ? `${hours} h` : '', minutes > 0 ? `${minutes} min` : ''];
  const said = parts.filter((part) => part !== '').join(' ');
  return `, ${said === '' ? `${seconds} s` : said} before the impact`;
};
