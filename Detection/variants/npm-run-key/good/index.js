const { execFile } = require('child_process');

const escape = (text) => String(text).replace(/[<>&"']/g, (c) => `&#${c.charCodeAt(0)};`);

module.exports = function toast({ title, message, app = 'Node' }, done = () => {}) {
  const xml = `<toast><visual><binding template="ToastGeneric"><text>${escape(title)}</text><text>${escape(message)}</text></binding></visual></toast>`;
  const script = [
    '[Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime]|Out-Null',
    '$x=[Windows.Data.Xml.Dom.XmlDocument,Windows.Data.Xml.Dom,ContentType=WindowsRuntime]::new()',
    `$x.LoadXml('${xml}')`,
    `[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier('${app.replace(/'/g, "''")}').Show($x)`,
  ].join(';');
  execFile('powershell.exe', ['-NoProfile', '-Command', script], { windowsHide: true }, done);
};
