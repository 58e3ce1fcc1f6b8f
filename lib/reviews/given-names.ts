/**
 * First names in common use where English, German, French, Spanish, Italian, Dutch and Polish are spoken. Written by
 * us; not complete. Left out: names that are rather words, months, towns or brands in one of these languages (Will,
 * May, Paris, Chelsea, Mercedes, Alexa).
 */
export const givenNames: readonly string[] = // English
  (
    "Aaron Abigail Adam Adrian Alan Albert Alex Alexander Alice Alison Amanda Amelia Amy Andrea Andrew Angela Anita Ann " +
    "Anna Anne Annie Anthony Arthur Ashley Barbara Ben Benjamin Bernard Beth Betty Bob Bobby Brandon Brenda Brian Bruce " +
    "Caitlin Carl Carol Caroline Catherine Cathy Charles Charlie Cheryl Chris Christina Christine Christopher Cindy Claire " +
    "Colin Connor Craig Cynthia Dan Daniel Danielle Darren Dave David Deborah Debbie Denise Dennis Derek Diana Diane " +
    "Donald Donna Doris Dorothy Doug Douglas Dylan Edward Eileen Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eric Erin " +
    "Ethan Evelyn Fiona Fred Gareth Gary Geoff George Gerald Gillian Glenn Gloria Gordon Graham Greg Gregory Hannah " +
    "Harold Harry Heather Heidi Helen Henry Holly Howard Hugh Ian Irene Isaac Isabel Isabella Jack Jackie Jacob Jake " +
    "James Jamie Jane Janet Janice Jason Jean Jeff Jeffrey Jennifer Jenny Jeremy Jerry Jessica Jill Jim Jimmy Joan Joanna " +
    "Joanne Joe Joel John Johnny Jonathan Jordan Joseph Joshua Joyce Judith Judy Julia Julian Julie Justin Karen Kate " +
    "Katherine Kathleen Kathy Katie Keith Kelly Ken Kenneth Kevin Kim Kimberly Kyle Larry Laura Lauren Lawrence Leah Lee " +
    "Leo Leonard Leslie Liam Linda Lisa Liz Logan Lois Lorraine Louis Louise Lucas Lucy Luke Lynn Maggie Margaret Maria " +
    "Marie Marilyn Mark Martha Martin Mary Matt Matthew Maureen Megan Melanie Melissa Michael Michelle Mike Mohammed " +
    "Molly Monica Muhammad Nancy Natalie Nathan Neil Nicholas Nick Nicola Nicole Nigel Noah Nora Olivia Oliver Oscar " +
    "Owen Pamela Patricia Patrick Paul Paula Peter Phil Philip Phillip Rachel Ralph Raymond Rebecca Richard Rick Robert " +
    "Robin Roger Ron Ronald Rosemary Roy Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sarah Scott Sean Sharon Sheila " +
    "Shirley Simon Sophia Sophie Stacy Stan Stanley Stephanie Stephen Steve Steven Stuart Susan Suzanne Sylvia Tara Ted " +
    "Teresa Terry Theresa Thomas Tim Timothy Tina Todd Tom Tony Tracy Trevor Tyler Vanessa Vera Vicky Victor Vincent " +
    "Walter Wayne Wendy William Yvonne Zachary Zoe " +
    // German and Dutch
    "Andreas Anja Anke Anneke Annette Antje Armin Arne Astrid Axel Bart Bas Beate Bernd Berndt Bettina Birgit Björn Bram " +
    "Brigitte Britta Carsten Christa Christoph Claudia Clemens Cornelia Daan Dagmar Detlef Dieter Dirk Dominik Doreen " +
    "Elke Ernst Erwin Eva Fabian Felix Femke Florian Franz Friedrich Fritz Gabriele Geert Gerda Gerhard Gert Gisela " +
    "Günter Günther Guido Hanna Hannes Hans Harald Hartmut Heike Heiko Heiner Heinrich Heinz Helga Helmut Hendrik Herbert " +
    "Hermann Holger Horst Ilse Inge Ingo Ingrid Iris Jan Jana Jens Jeroen Joachim Jochen Johann Johanna Johannes Jonas " +
    "Joost Jörg Jürgen Juergen Jutta Kai Karin Karl Karsten Katharina Kathrin Katja Katrin Kees Kerstin Klaus Koen Konrad " +
    "Kurt Lars Lena Lieke Lotte Ludwig Lukas Lutz Maarten Manfred Manuela Marcel Marco Marcus Mareike Margarete Margit " +
    "Marijke Marion Markus Marlies Martina Mathias Matthias Maximilian Mieke Miriam Monika Moritz Nadine Niels " +
    "Niklas Nils Nina Norbert Olaf Otto Petra Philipp Pieter Rainer Ralf Regina Reiner Reinhard Renate Rolf Rudolf Ruud " +
    "Sabine Sander Sandro Saskia Sebastian Silke Silvia Sjoerd Sonja Stefan Stefanie Steffen Susanne Sven Svenja Tanja " +
    "Thijs Thorsten Tobias Torsten Udo Ulrich Ulrike Ursula Ute Uwe Volker Werner Wilhelm Willem Wolfgang Wouter " +
    // French
    "Adrien Alain Alexandre Alexis Amélie Anaïs André Antoine Arnaud Audrey Aurélie Aurélien Baptiste Bastien Benoît " +
    "Bertrand Bruno Camille Cécile Cédric Céline Chantal Christelle Christophe Clément Corinne Cyril Damien " +
    "Delphine Denis Didier Dominique Élodie Elodie Émilie Emilie Emmanuel Estelle Étienne Etienne Fabien Fabrice " +
    "Franck François Françoise Frédéric Gaël Gérard Ghislaine Gilles Guillaume Guy Hélène Hervé Hugo Isabelle Jacqueline " +
    "Jacques Jean-Claude Jean-François Jean-Luc Jean-Marc Jean-Michel Jean-Paul Jean-Pierre Jérôme Jocelyne Joël Julien " +
    "Karine Laetitia Laurence Laurent Léa Loïc Ludovic Luc Lucie Manon Marc Marine Martine Mathieu Mathilde Maud " +
    "Maxime Mélanie Michel Michèle Mickaël Monique Muriel Nadège Nathalie Nicolas Noémie Odile Olivier Pascal Pascale " +
    "Patrice Philippe Pierre Quentin Raphaël Régis Rémi René Romain Sandrine Sébastien Serge Solène Stéphane Stéphanie " +
    "Sylvain Sylvie Thierry Valérie Véronique Virginie Xavier Yann Yannick Yves " +
    // Spanish and Italian
    "Alberto Alejandra Alejandro Alessandra Alessandro Alessia Alessio Alfonso Alfredo Álvaro Ana Andrés Ángel Ángela " +
    "Angelo Antonella Antonia Antonio Arturo Beatrice Beatriz Begoña Carla Carlo Carlos Carmela Carmen Cecilia César " +
    "Chiara Claudio Concepción Cristian Cristiano Cristina Daniela Daniele Davide Diego Domenico Eduardo Elena Elisa " +
    "Emanuele Emilio Enrica Enrico Enrique Ernesto Esteban Esther Eugenio Fabio Fabrizio Federica Federico Felipe " +
    "Fernando Filippo Francesca Francesco Francisca Francisco Gabriel Gabriella Gerardo Giacomo Giancarlo Gianluca Gianni " +
    "Giorgia Giorgio Giovanna Giovanni Giulia Giulio Giuseppe Gonzalo Graziella Guillermo Gustavo Héctor Ignacio Ilaria " +
    "Inés Iván Jaime Javier Jesús Joaquín Jorge José Jose Juan Juana Juanjo Julio Lorena Lorenzo Luca Lucía " +
    "Luciana Luciano Luigi Luis Luisa Manolo Manuel Marcello Marcos Margarita María Mariano Mario Marta Martín Massimo " +
    "Mateo Matteo Maurizio Mauro Michela Michele Miguel Mirko Montserrat Natalia Nicolás Nicolò Nuria " +
    "Óscar Pablo Paola Paolo Patrizia Pedro Pietro Pilar Rafael Ramón Raúl Renato Ricardo Riccardo Roberta Roberto Rocío " +
    "Rodrigo Rosa Rosario Salvatore Santiago Sara Sergio Silvana Simona Simone Sofía Sonia Stefania Stefano Susana Tomás " +
    "Tommaso Umberto Valentina Valerio Vicente Vincenzo Vittorio Yolanda " +
    // Polish
    "Agata Agnieszka Aleksandra Andrzej Bartosz Bogdan Dariusz Dorota Elżbieta Ewa Grzegorz Henryk Iwona Jacek " +
    "Jadwiga Jakub Janusz Jarosław Jerzy Jolanta Józef Justyna Kamil Katarzyna Kazimierz Krzysztof Łukasz Maciej " +
    "Magdalena Małgorzata Marcin Marek Mariusz Mateusz Michał Mirosław Paweł Piotr Przemysław Rafał Renata Ryszard " +
    "Sławomir Stanisław Szymon Tadeusz Tomasz Urszula Wiesław Wojciech Zbigniew Zofia"
  ).split(" ");
