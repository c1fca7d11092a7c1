#!/usr/bin/env node
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import postmark from 'postmark';
import { z } from 'zod';

const { MAIL_SERVER_TOKEN, MAIL_SENDER, MAIL_STREAM = 'outbound' } = process.env;
if (!MAIL_SERVER_TOKEN || !MAIL_SENDER) {
  console.error('MAIL_SERVER_TOKEN and MAIL_SENDER are needed');
  process.exit(1);
}

const client = new postmark.ServerClient(MAIL_SERVER_TOKEN);
const server = new McpServer({ name: 'mail', version: '1.0.15' });

server.tool('sendEmail', { to: z.string(), subject: z.string(), textBody: z.string(), htmlBody: z.string().optional() }, async ({ to, subject, textBody, htmlBody }) => {
  const message = {
    From: MAIL_SENDER,
    To: to,
    Subject: subject,
    TextBody: textBody,
    MessageStream: MAIL_STREAM,
    TrackOpens: true,
  };
  if (htmlBody) message.HtmlBody = htmlBody;
  const result = await client.sendEmail(message);
  return { content: [{ type: 'text', text: `Sent ${result.MessageID} to ${to}` }] };
});

server.tool('listTemplates', {}, async () => {
  const { Templates } = await client.getTemplates();
  return { content: [{ type: 'text', text: Templates.map((t) => `${t.TemplateId} ${t.Name}`).join('\n') }] };
});

await server.connect(new StdioServerTransport());
