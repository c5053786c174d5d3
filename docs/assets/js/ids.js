// The grammar of ids, as notice/ids.py has it: item-10 and item-10-9, which people write 10 and 10-9.

const Ids = (() => {
  const ANY = /^item-([1-9]\d{0,2})(-[1-9]\d{0,3})?$/;
  const item = (id) => Number(ANY.exec(id)[1]);
  return {
    isAny: (text) => ANY.test(text),
    isTask: (text) => ANY.test(text) && text.split("-").length === 3,
    item,
    short: (id) => id.replace("item-", ""),
    fromShort: (number) => `item-${number}`,
  };
})();
