newsledger.arrive("changes",0,[]);
