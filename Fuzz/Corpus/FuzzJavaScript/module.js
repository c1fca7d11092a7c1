#!/usr/bin/env node
import a,{b} from 'c';class D extends E{#f=`g${h?.[/i[/]/g]/2}`;static async*j(){return{k:1n/0x1F}}}
for(const l of /m/.n)if(o)/p/.q();<!-- r
--> s
