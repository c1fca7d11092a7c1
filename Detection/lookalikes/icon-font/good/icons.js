'use strict';

const sprites = {
  alarm: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAAC/NU31CPhI6D4y7yPTJhw+JbULBspC85w5Qqb/ZlZ3ciw/Ky9sQLOzHh/fHq38Vb3SisOmJ5jt4BUufFimT+bKWJy541duZBQKaVM715vuRC7QoPW3mrYMfpjHUacK4vkQduSZCNLbLQlLne4Bwk+NOTltr19NrrsDYYHsazMVbuQFR7XaozLi/5VmDIu7v5MbS6HhBSJ1BVYh7Zais5NDp82IT9ek6GtWi6wwnkk3LmwMjdkAtI8cSfIzlUlL5Yd3CiDwBzGYuia6IcYOqKj7jK4Q9nR9QvMp4vmQQvaoDy1hybLeKZFTdE7BnNFQtlWjNydC+jU4LyBo6/RxU6dkejD+T8NgluZCzPbHlOrm3nHqYvT3xcD08s+fpuci6oOPwGgkJgKPRykCQtPXSUZFeVThqv2GH7HiBF4vo6KRbpB2kwyTuKhXcyEliJ6rtuaneUIIB+hcawYa0uww2mdAtIubgRg+xkg+iW6E/F/a4foy0WhogrNl5Eg3qdDGqewaW53q/tlSLzWgq07tlTKQIvKvX6XJr2Uo3ySVibZzBvsQHUypHFaTY4B7mJ2PsY8s8gmLWlHyhqQC+G5Gju7BjU5ZrIuLMuaUyDqHy05mbWRXjhaWfi8X2JUZ/wyumHFkIg9bkPQ7Ga3Hh25Ph/7HpxseZ3bz3A6X/PPtnbRX1wOMwPO6GWsyGgESgy1UHj2pl5FmQOG6AQKKuBjcsn91roM/5UuEhTETmuArgBe4B+eu74t4SFJguihhWfqJyS1jrwpUY/vm6FT+cVvIuCmh82/2MELHjnGiNXcJQ+AUEE9qE4kIvHQiapTAy4YxYsfI4Kal0eExvWv+lTMH8tOnAk6TsYUO2xkj6FUNKw7vMQexJmkJ5zofO2n+0wQCxyUmpcfrDb5KlhBO6HVLcBALaWa22HicvB4YxZ9/o4kntYvyIYYSrrQiyp6klTahwUjxzsT9nhERr42yYb7wU7zblv4YeRFv5nlyUS26pHXcEH0xraQyW862qOKQWsd0avS7p7/IO75bHAkZ3tF2V8bO0Z3Am3zzRUJ/nFbxFl6WHqYQqASjKNQvdo4AgATjqVl0oHOiP4llEBvYL1eGauUY9HrfK5QrB6HvBiyxoPPNmDjKNG+bey+zjPfcRMDDZC2LzbcKM1WRE8EelvcUh8kwQvUuWuYgyK1NOzseS/w9/qmEYjc=',
  anchor: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAABgAAAAYCAYAAAAM+MPsrp+Fxw/U1/It+jdK5oJ25Nx1Y9TYk2MV2iFfBKcYj5f6xIZOybV6bMBEEmEO2bOH7B6rW5KIWyGeJNi5w7kmMZQkc0Tjks9xiHuaA/4Fljh218KeKwp9dAoP0+bOIFcGJz8cG1xK9RXFzDT76RjDtdG2jH/W7tZrfioDBQP6O4PltK6gSiD1u9NEaW5uL+db1XZRxdDkuw5R9KM0cWV5yAEOCgn/y9CWMLV9XrT3bKgTpQMs2kv5nlq+TjeWGoL4l8I2vG3431yTjsaQF2CBwv1gMtzpD2Jeg6bz92+ocZIOkgFI3KEYqRIOgfmV73tQAy+vknHN8hXBXHTQ02pceRBGeS1ANsm3vGere2gyMpceIZ/Key+McgNE/Kxf6nKk9bHgKX93mS7jo4vMR8u0LQsjmYjYJstSpuNhrNYV3dB1JSOFNFsTMqB5EZUQ2EIdKWQTFfcfPhn7qxdtNob3CU0caZFnZItG1v6p8Lt0pJIBJ9RHcfsW0q7VB5d+oK9UI2/qG9ejoV6RmW7m1xvaSSTAyoqOjAZOzYYA5YWlD8fCEWl0FtaKjEIy4jdutydC2s9HJrOwbBvXh6GeALanyD+YkB55Wge1Dm6Ky2LbHNRLLjZ+QEzvPI38CFR0g6SL0pt3JKbAMuta5sy+dui6l2NpsBnOFgryDJAOYhCJ0SrhMwZzMAaa+b7ApQimwlAOcXV/oZecjWqorLRk3xr7BWQqninZiT/PKxbDOcWw7K+SqUIDUb1G+W9A4jhmGhLOZGuUvUlm5vJFQI8OcG/hiXzg0/GH0/v8QKfwcd9nv79gs8IXY8ycWB6BFgTJsnH5I0zJyUsEg2BJxpd95wR9MfNmeAkGrmwTgESqQ7gCSXeJs1uMGlJXMvNbRMHl+f7uZReAddjuUPPET69LeZJIN7iidhfBM38aUkxsjqeTaoeR1kWmFCVwKyrJy7CdiSyLmWDYjoF2FtDAahc93LHIQDxUmhnX6fdrluU4Ktpqn+YR8wMDll7XccJyDcO+LsBXjHEWqCOqb+T5/BlqXk9S0NsZQyoaoCrlDB30nUgDELDCinvP/ZuhaQ2tzxGY82mx',
  'arrow-left': 'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyNCAyNCI+PHBhdGggZD0iTTE5IDEySDVtNyA3LTctNyA3LTciLz48L3N2Zz4=',
};

const aliases = { back: 'arrow-left', clock: 'alarm' };

function icon(name, { size = 24, title } = {}) {
  const source = sprites[aliases[name] || name];
  if (!source) throw new Error(`there is no icon ${name}`);
  const alt = title ? ` alt="${title.replace(/"/g, '&quot;')}"` : ' alt=""';
  return `<img src="${source}" width="${size}" height="${size}"${alt}>`;
}

function bytes(name) {
  const [head, body] = sprites[name].split(',');
  return { type: head.slice(5, head.indexOf(';')), data: Buffer.from(body, 'base64') };
}

module.exports = { icon, bytes, names: Object.keys(sprites) };
