const getServerUrl = (server) => {
  let url = server.host();
  if (server.protocol()) url = `${server.protocol()}://${url}`;
  if (server.hasPathname()) url = `${url}${server.pathname()}`;
  return url;
};

const getServer = (servers, name) => {
  if (!servers) throw new Error('Provided AsyncAPI document doesn\'t contain Servers object.');
  if (!name) throw new Error('Server name must be provided as a parameter.');
  if (!servers.has(name)) throw new Error(`Server "${name}" not found in AsyncAPI document. Available servers: ${[...servers.keys()].join(', ')}`);
  return servers.get(name);
};

module.exports = { getServerUrl, getServer };
