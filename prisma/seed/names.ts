/** Names for invented customers, as mixed as the cities they live in. */

/** Names in lines of text, between commas. */
function listOf(lines: string): readonly string[] {
  return lines.split(",").map((name) => name.trim());
}

export const worldNames = {
  firstNames: listOf(`
    Aaliyah, Abigail, Adrian, Aisha, Alejandro, Alice, Amir, Ana, Andre, Anika, Arjun, Ava, Beatriz,
    Ben, Bianca, Brandon, Camila, Carlos, Caroline, Chen, Chloe, Claire, Daniel, Darnell, David, Deepa,
    Diego, Dmitri, Ebony, Elena, Eli, Emily, Ethan, Fatima, Felix, Femi, Gabriela, Grace, Hana, Hannah,
    Hassan, Henry, Imani, Ines, Isaac, Ivy, Jade, James, Jasmine, Javier, Jin, Jordan, Julia, Kai,
    Keisha, Kevin, Lara, Latoya, Leila, Leo, Lena, Liam, Lin, Lucia, Malik, Maria, Marcus, Mateo, Maya,
    Mei, Mia, Miguel, Mina, Naomi, Natasha, Nia, Noah, Nora, Olivia, Omar, Owen, Paulo, Priscilla,
    Rachel, Rafael, Rosa, Ruby, Sam, Samira, Sara, Sean, Simone, Sofia, Tariq, Tessa, Thandi, Tomas,
    Valentina, Victor, Wei, Yara, Yuki, Zara, Zoe`),
  lastNames: listOf(`
    Abebe, Adams, Ahmed, Alvarez, Anderson, Baker, Banerjee, Bauer, Bennett, Brooks, Cardoso, Carter,
    Chen, Cohen, Collins, Costa, Cruz, Davis, Delgado, Diaz, Dubois, Edwards, Evans, Fernandez, Flores,
    Foster, Garcia, Gonzalez, Green, Gupta, Haddad, Harris, Hernandez, Hoang, Hughes, Ibrahim, Ivanov,
    Jackson, Johnson, Kang, Kaplan, Kaur, Khan, Kim, Kowalski, Kumar, Lee, Levy, Lopez, Martin,
    Martinez, Mbeki, Mehta, Miller, Mitchell, Moore, Morales, Moreno, Nakamura, Nguyen, Novak, Nwosu,
    O'Brien, Okoye, Ortiz, Osei, Park, Patel, Pereira, Perez, Phillips, Popescu, Ramirez, Reyes, Rivera,
    Robinson, Romero, Rossi, Santos, Sato, Schmidt, Shah, Silva, Singh, Smith, Stewart, Suzuki, Tan,
    Taylor, Thompson, Torres, Tran, Turner, Vargas, Walker, Wang, White, Williams, Wong, Wright,
    Yamamoto, Young, Zhang`),
};

export const berlinNames = {
  firstNames: listOf(`
    Alina, Andreas, Anke, Anna, Antonia, Ayşe, Bastian, Birgit, Can, Carla, Charlotte, Clara, Claudia,
    Dariusz, David, Deniz, Dilara, Elif, Emil, Emilia, Eva, Fatma, Felix, Finn, Franziska, Frida,
    Friedrich, Georg, Greta, Gül, Hamid, Hannes, Heike, Helena, Henrik, Ida, Ingrid, Jakob, Jana, Jens,
    Johanna, Julia, Jürgen, Karin, Kaya, Kerstin, Klaus, Konrad, Lars, Laura, Lea, Leon, Leyla, Linh,
    Lukas, Magdalena, Malte, Marek, Maria, Marie, Markus, Martina, Matthias, Mehmet, Merve, Michael,
    Mila, Minh, Moritz, Nele, Nikolai, Nina, Nour, Oksana, Olaf, Omar, Oskar, Paul, Paula, Petra,
    Philipp, Rania, Renate, Robert, Rosa, Sabine, Samuel, Selin, Sofie, Stefan, Susanne, Svenja, Thea,
    Thomas, Thi Mai, Till, Tobias, Ulrike, Vera, Viktor, Walid, Yasmin, Yusuf, Zeynep`),
  lastNames: listOf(`
    Acar, Arslan, Bauer, Becker, Bergmann, Böhm, Brandt, Braun, Çelik, Demir, Dietrich, Doğan, Engel,
    Fischer, Förster, Franke, Friedrich, Fuchs, Graf, Groß, Günther, Haas, Hahn, Hartmann, Heinrich,
    Herrmann, Hoffmann, Horn, Huber, Hussein, Ivanova, Jäger, Jansen, Kaiser, Kaya, Keller, Klein, Koch,
    König, Kovač, Kowalczyk, Kramer, Krause, Krüger, Kuhn, Lang, Lehmann, Lorenz, Ludwig, Maier, Mayer,
    Meier, Melnyk, Möller, Müller, Nguyen, Nowak, Öztürk, Özdemir, Peters, Petrov, Pham, Pohl, Rahmani,
    Richter, Roth, Şahin, Sauer, Schäfer, Schmidt, Schneider, Schreiber, Schröder, Schubert, Schulz,
    Schuster, Seidel, Simon, Sommer, Stein, Szymański, Tran, Vogel, Wagner, Walter, Weber, Weiß, Werner,
    Winkler, Winter, Wolf, Yılmaz, Ziegler`),
};
